# Every word of ours that people read, in English. docs/translating.md explains the variables; docs/style.md the tone:
# solemn, exact, attributed; nothing festive, nothing partisan. What a language lacks reads as it stands here.
# $n is a count as the reader writes it ("about 1,200"), $count the same as a number, to choose a form by.

## The headline

headline = { $sides }: { $what }
headline-between = { $one } ⇄ { $other }
headline-clauses = { $first }; { $second }
headline-and = { $line }, { $n } { $to }

# One side, or each, got its people back. $what: people-…, $to: to or to-each, $kind: the kind of people.
headline-returned-completed = { $what } returned { $to }
headline-returned-ongoing = { $what } being returned { $to }
headline-returned-announced = { $what } to be returned { $to }
# $known: whether names/en.toml knows the form that stands here; if not, $side is the plain name.
to = to { $side }
to-each = to each side

# Only the giver is known. $what: people-…
headline-released-completed = { $kind ->
    [bodies] { $what } handed over
   *[other] { $what } released
}
headline-released-ongoing = { $kind ->
    [bodies] { $what } being handed over
   *[other] { $what } being released
}
headline-released-announced = { $kind ->
    [bodies] { $what } to be handed over
   *[other] { $what } to be released
}

# A total over both sides. $what: people-…
headline-exchanged-completed = { $what } { $kind ->
    [bodies] returned
   *[other] exchanged
}
headline-exchanged-ongoing = { $what } being { $kind ->
    [bodies] returned
   *[other] exchanged
}
headline-exchanged-announced = { $what } to be { $kind ->
    [bodies] returned
   *[other] exchanged
}

# No figure at all. $what: swap-…
headline-swap-completed = { $what } exchanged
headline-swap-ongoing = { $what } being exchanged
headline-swap-announced = { $what } to be exchanged
headline-bodies-completed = bodies returned
headline-bodies-ongoing = bodies being returned
headline-bodies-announced = bodies to be returned
headline-postponed = exchange postponed
headline-cancelled = exchange called off
headline-denied = exchange denied

## How many: people-… where a verb governs it, amount-… in a figure's line, kind-… and swap-… without a figure

people-prisoners-of-war = { $count ->
    [one] { $n } prisoner of war
   *[other] { $n } prisoners of war
}
people-prisoners = { $count ->
    [one] { $n } prisoner
   *[other] { $n } prisoners
}
people-hostages = { $count ->
    [one] { $n } hostage
   *[other] { $n } hostages
}
people-civilians = { $count ->
    [one] { $n } civilian
   *[other] { $n } civilians
}
people-children = { $count ->
    [one] { $n } child
   *[other] { $n } children
}
people-bodies = { $count ->
    [one] the body of { $n } person
   *[other] the bodies of { $n } people
}
people-mixed = { $count ->
    [one] { $n } person
   *[other] { $n } people
}

amount-prisoners-of-war = { $count ->
    [one] { $n } prisoner of war
   *[other] { $n } prisoners of war
}
amount-prisoners = { $count ->
    [one] { $n } prisoner
   *[other] { $n } prisoners
}
amount-hostages = { $count ->
    [one] { $n } hostage
   *[other] { $n } hostages
}
amount-civilians = { $count ->
    [one] { $n } civilian
   *[other] { $n } civilians
}
amount-children = { $count ->
    [one] { $n } child
   *[other] { $n } children
}
amount-bodies = { $count ->
    [one] { $n } body
   *[other] { $n } bodies
}
amount-mixed = { $count ->
    [one] { $n } person
   *[other] { $n } people
}
amount-uncounted = { $what }, no figure given
amount-planned = { $what }, planned
amount-with-parts = { $what } ({ $parts })

kind-prisoners-of-war = prisoners of war
kind-prisoners = prisoners
kind-hostages = hostages
kind-civilians = civilians
kind-children = children
kind-bodies = bodies
kind-mixed = people

swap-prisoners-of-war = prisoners of war
swap-prisoners = prisoners
swap-hostages = hostages
swap-civilians = civilians
swap-children = children
swap-bodies = bodies
swap-mixed = people

number-exact = { $n }
number-at-least = at least { $n }
number-at-most = up to { $n }
number-about = about { $n }
number-range = { $low }–{ $high }

## Which way, and who says so

direction-to = → { $side }
direction-from = { $side } →
direction-way = { $giver } → { $side }
direction-both = ⇄ both sides
direction-unknown = direction not given

claim-says = { $count ->
    [one] says { $who }
   *[other] say { $who }
}
claim-confirmed = confirmed by { $who }
claim-both = { $says }, { $confirms }
# Where figures differ, each with its speaker: "207, says Ukraine; 195, says Russia's defence ministry".
claim-figure = { $n }, { $says }
claim-figure-unsaid = { $n } in other reports
claim-list = { $first }; { $second }

# $owner: whose organ it is, in the form of names/en.toml where $known; $which: the id of the organ's message.
organ-of = { $known ->
    [yes] { $owner } { $organ }
   *[no] { $owner }'s { $organ }
}
organ-alone = the { $organ }
organ-defence-ministry = defence ministry
organ-ministry-of-defence = defence ministry
organ-foreign-ministry = foreign ministry
organ-president = president
organ-presidency = presidency
organ-prime-minister = prime minister
organ-state-media = state media
organ-ombudsman = ombudsman
organ-coordination-headquarters = coordination headquarters
organ-prison-service = prison service
organ-hospital = hospital
organ-officials = officials
organ-army = army
organ-security-service = security service
organ-commission = commission

## Below the figures

note-uncounted = No figures given
note-uncounted-too = { $what } too; no figure given
note-uncounted-too-completed = { $what } were exchanged too; no figure given
note-uncounted-too-ongoing = { $what } are being exchanged too; no figure given
note-uncounted-too-announced = { $what } are to be exchanged too; no figure given
note-more-figures = { $count ->
    [one] … and { $n } more figure
   *[other] … and { $n } more figures
}
note-mediators = { $count ->
    [one] Mediator: { $who }
   *[other] Mediators: { $who }
}

detail-agreement = under the { $agreement }
detail-ordinal = { $form ->
    [one] the { $n }st exchange
    [two] the { $n }nd exchange
    [few] the { $n }rd exchange
   *[other] the { $n }th exchange
}
# The end of a list that goes on: "Germany, Poland and 3 others".
list-more = { $count ->
    [one] { $n } other
   *[other] { $n } others
}
sources-count = { $count ->
    [one] { $n } source:
   *[other] { $n } sources:
}
sources-more = and { $n } more

## What an update or a withdrawal changed: the line under the headline

change-update = Updated
change-cancel = Withdrawn: no longer told as an exchange of its own
change-postponed = Updated: now postponed
change-cancelled = Updated: now called off
change-denied = Withdrawn: the exchange was denied
change-figure-added = Updated: a figure came in
change-figure-revised = Updated: a figure was revised
change-confirmed = Updated: a figure was confirmed
change-status-changed-announced = Updated: now announced
change-status-changed-ongoing = Updated: now under way
change-status-changed-completed = Updated: now completed

## Several exchanges in one message

summary-headline = { $count ->
    [one] { $n } exchange in brief
   *[other] { $n } exchanges in brief
}
summary-why = Told together, because they came at once or could not be posted earlier

digest-daily = Daily digest: { $since } – { $until }
digest-weekly = Weekly digest: { $since } – { $until }
digest-moment = { $day }, { $time }
digest-happened = Took place
digest-totals = Returned in all, by side
digest-announced = Announced
digest-changed = What has changed
digest-nothing = No exchange was reported in this time.
digest-more = and { $n } more
# CLDR's pattern for a day and its month.
day-short = d MMMM

## Statistics and charts

stats-title = Exchanges known here, by what the sources say:
stats-line = → { $side }: { $what }, in { $events }
stats-both = ⇄: { $what }, in { $events }
stats-events = { $count ->
    [one] { $n } exchange
   *[other] { $n } exchanges
}
stats-uncounted = { $n } of them without a figure
stats-none = no figure given
stats-span = { $first } to { $last }
stats-more = { $count ->
    [one] … and { $n } more pair of sides
   *[other] … and { $n } more pairs of sides
}
chart-returned = { $one } and { $other }: came home, by what the sources say
chart-living = Prisoners and civilians
chart-bodies = Bodies
chart-overview = People who came home, by what the sources say
chart-scales = Bars: each exchange, scale on the left. Lines: the sum so far, scale on the right.

## Commands and replies

command-help = this list
command-latest = the latest exchanges, { $default } unless you say how many ({ $most } at most)
command-subscribe = post alerts here
command-unsubscribe = stop posting alerts here
command-search = exchanges by party, place, day or source
command-stats = how many came home, of one party or of all
command-event = one exchange by its id
command-chart = a chart of one party, one exchange or all
command-takes-latest = [n]
command-takes-search = words
command-takes-stats = [party]
command-takes-event = ID
command-takes-chart = [party | ID] [dark]

reply-welcome = Exchange Watch tells of exchanges of prisoners and returns of the fallen: who, how many, in which direction, who says so, with links to the sources. One message for each exchange, corrected in place as more is known.
reply-help = You can ask:
reply-unknown = That is not something I know.
reply-unknown-near = That is not something I know. Did you mean { $near }?
reply-nothing-yet = No exchange has been reported yet.
reply-bad-count = Say how many as a number from 1 to { $most }.
reply-subscribed = Alerts will be posted here. To stop them: { $unsubscribe }
reply-hint-slack = In a private channel, invite this bot first: /invite @Exchange Watch
reply-subscribed-already = Alerts are posted here already. To stop them: { $unsubscribe }
reply-unsubscribed = No more alerts will be posted here. To get them again: { $subscribe }
reply-not-subscribed = No alerts are posted here. To get them: { $subscribe }
reply-configured = Alerts are posted here because this bot's operator chose so; only the operator can change it.
reply-administrators-only = Only an administrator of this chat can change what is posted here.
reply-search-what = Say what to look for, for example: { $search } Ukraine 2025
reply-nothing-found = No exchange is known here for “{ $words }”.
reply-unknown-party = No exchange of “{ $party }” is known here. { $stats } alone tells of all.
reply-no-such-event = No such exchange is known here. { $latest } lists the latest.
reply-trouble = That did not work just now. Please try again in a minute.

## Telegram: what it shows of the bot (at most 512 and 120 characters), its menus, chats that it is added to

bot-description = { reply-welcome }
bot-short-description = Tells of prisoner exchanges and returns of the fallen: who, how many, who says so, with sources.
menu-latest = the latest exchanges
menu-search = { command-search }
menu-stats = { command-stats }
menu-chart = { command-chart }
menu-settings = { command-settings }
menu-status = { command-status }
menu-mute = exchanges that are muted here
menu-sources = the outlets that are read
menu-subscribe = { command-subscribe }
menu-unsubscribe = { command-unsubscribe }
menu-stop = { command-stop }
menu-privacy = { command-privacy }
menu-help = { command-help }
menu-admin = how the bot itself fares
reply-slowly = That was too fast. Please ask again in a moment.
added-ask-here = I can tell of prisoner exchanges here. What exactly, an administrator chooses in private:
added-open = Choose
added-needs-right = I was added to “{ $title }” and may not post there. Give me the right to post messages, and I will ask you what to tell there.

## Choosing what is posted, and what is kept

onboarding-ask = What shall be posted here?
onboarding-ask-there = What shall be posted in “{ $chat }”?
button-everything = Post everything here
button-choose = Choose what to post
button-only-ask = Not now, I only ask
button-settings = Settings
button-latest = Latest exchanges
button-status = Overview
button-subscribe = Post here
button-unsubscribe = Stop posting
button-muted = Muted exchanges
button-unmute = Undo
button-unmute-one = Unmute { $n }
button-stop = Delete what is kept
button-stop-yes = Delete everything
button-keep = Keep everything
button-back = Back

# The topics of the settings: as buttons, and before what is chosen. ask-…: the sentence on a topic's own page.
topic-language = Language
topic-conflict = Conflicts
topic-people = Who
topic-count = Least number
topic-outlets = Least sources
topic-updates = Updates
topic-posts = When to post
topic-at = Digest time
topic-quiet = Quiet hours
topic-zone = Time zone
ask-language = In which language shall it be posted?
ask-conflict = Which exchanges? You can choose several; pressing again takes one off.
ask-people = Whom must an exchange bring home to be posted? You can choose several; pressing again takes one off.
ask-count = How many people must it be about? One without any figure is posted only where any number will do.
ask-outlets = How many independent outlets must have told of it first?
ask-updates = Shall there be a new message when the facts change? The first one is corrected in place in any case.
ask-posts = Each exchange at once, a digest of all of them, or both?
ask-at = At what time shall the digest come?
ask-quiet = Between which hours shall it be quiet? Posts then wait, or come without a sound.
ask-quiet-slack = Between which hours shall it be quiet? Posts then wait.
ask-zone = By which clocks? Choose a city that has the same time as you.

conflict-all = all exchanges
people-all = everyone
people-choice-prisoners = prisoners of war, prisoners, hostages
people-choice-civilians = { kind-civilians }
people-choice-children = { kind-children }
people-choice-bodies = { kind-bodies }
count-any = any number
count-least = { $count ->
    [one] { $n } person or more
   *[other] { $n } people or more
}
outlets-least = { $count ->
    [one] { $n } outlet is enough
   *[other] { $n } outlets or more
}
updates-on = new exchanges and changes
updates-off = new exchanges only
posts-instant = at once
posts-daily = daily digest
posts-weekly = weekly digest on Mondays
posts-instant-daily = at once, and daily digest
posts-instant-weekly = at once, and weekly digest
quiet-off = none
quiet-wait = posts wait until the end
quiet-silent = posts come without a sound

settings-told = Exchanges are posted here.
settings-untold = Nothing is posted here yet. What you choose is kept for when it is.
settings-line = { $topic }: { $chosen }
settings-bad = “{ $words }” cannot be chosen here.
settings-typed = It can be typed as well, for example: { $example }
reply-administrators-only-slack = Only the person who subscribed this channel, or an administrator of the workspace, can change what is posted here.

status-since = Exchanges are posted here since { $day }.
status-paused = Paused, because the bot may not post here at present: { $why }
status-next-digest = Next digest: { $day }, { $time }
status-muted = Muted exchanges: { $n }
mute-done = Nothing more about this exchange will be posted here.
mute-list = Muted here:
mute-none = No exchange is muted here. To mute one, press Mute below it or send { $mute } with its id.
unmute-done = Changes of this exchange will be posted here again.
unmute-not = This exchange is not muted here.

privacy-kept = Kept of this chat: its id; what was chosen here, and the id of the person who subscribed it; which messages were posted here; which exchanges are muted; what was reported as wrong, without who reported it. Nothing else that is written here is kept.
privacy-long = For how long: until you delete it. It stays when posting is stopped. Reports of mistakes from private chats do not say which chat they came from, so that they stay.
privacy-seen = Who can see it: only the operator of this bot. It is passed on to nobody.
privacy-delete = How to delete it: { $stop }
stop-ask = Delete all that is kept of this chat? Nothing will be posted here any more.
stop-done = Deleted: the id of this chat and all that was chosen here. Nothing will be posted here any more.
stop-deliveries = Deleted records of posted messages: { $n }
stop-mutes = Deleted muted exchanges: { $n }
stop-feedback = Deleted reports of mistakes: { $n }
stop-left = Messages that were posted here stay until somebody deletes them here.
stop-nothing = Nothing is kept of this chat.

command-settings = choose what is posted here, when and in which language
command-status = what this chat gets
command-mute = nothing more about one exchange; without an id, what is muted
command-privacy = what is kept of this chat
command-stop = delete all that is kept of this chat
command-takes-mute = [ID]

## Sources, timelines, what is wrong

command-sources = who tells of one exchange and what each says; without an ID, the feeds that are read
command-timeline = how what is known of one exchange grew
command-wrong = tell this bot's operator what is wrong with one exchange
command-takes-sources = [ID]
command-takes-timeline = ID
command-takes-wrong = ID [words]
button-sources = Sources ({ $n })
button-timeline = Timeline
button-mute = Mute
button-wrong = Wrong?
button-chart = Chart
button-event = The exchange
button-previous = Previous
button-next = More
button-overview = Back
sources-independent = Independent of one another: { $n }
source-copy = passed on from { $who }
timeline-title = How what is known grew
timeline-zone = Times: { $zone }
timeline-same = the same figures
timeline-alert = Alert – { $what }
timeline-first = first told
timeline-announced = announced
timeline-ongoing = under way
timeline-completed = completed
feeds-read = Feeds that are read: { $n }
feeds-of = { $language }: { $names }
feeds-no-language = Language not stated
feeds-none = No feeds are read at present.
wrong-what = What is wrong here?
wrong-number = A wrong number
wrong-kind = Not an exchange
wrong-twice = Told twice
wrong-other = Something else
wrong-how = Say it in your own words: { $wrong } { $event } and what is wrong
wrong-thanks = Thank you. This bot's operator will look at it.
wrong-again = You have already said so. Thank you.
wrong-enough = That is enough for one day. Please tell the rest tomorrow.

## For the bot's operators

command-admin = how this bot is, for its operators
command-takes-admin = [feeds | queue | inbox | broadcast words]
button-inbox = Inbox ({ $n })
button-refresh = Refresh
button-done = Done: { $n }
button-send = Send ({ $n })
admin-feeds = Feeds
admin-queue = Queue
admin-chats = Chats
admin-program = Program
admin-listed = listed: { $n }
admin-polled = polled in the last hour: { $n }
admin-failing = failing: { $n }
admin-silent = silent: { $n }
admin-last-poll = last poll: { $when }
admin-owed = owed: { $n }
admin-claimed = being posted: { $n }
admin-refused = refused: { $n }
admin-unknown = fate unknown: { $n }
admin-oldest = oldest since: { $when }
admin-configured = from the config: { $n }
admin-subscribed = subscribed: { $n }
admin-paused = no right to post: { $n }
admin-gone = lost: { $n }
admin-database = database: { $n } MB
admin-feeds-well = Every feed is well.
admin-queue-well = Nothing was refused or lost.
admin-inbox-empty = The inbox is empty.
admin-feed-failed = failing
admin-feed-died = dead
admin-feed-gone = gone for good
admin-feed-emptied = empty
admin-feed-quiet = silent
admin-state-refused = refused
admin-state-unknown = fate unknown
broadcast-headline = From this bot's operator
broadcast-what = To write to every chat: { $command } and the words
broadcast-long = That is { $n } characters; at most { $most } fit.
broadcast-goes = So it will be posted. Chats: { $n }
broadcast-nobody = No chat gets alerts at present.
broadcast-owed = It is on its way. Chats: { $n }
broadcast-again = That was sent already.
broadcast-expired = That draft has expired. Write it once more.

## Slack: the form, the home page, what is shared

slack-form-title = Settings
slack-form-about = What { $channel } gets
slack-form-save = Save
slack-form-cancel = Cancel
slack-close = Close
slack-hint-people = Nothing ticked: everybody
slack-form-alerts = Alerts
slack-alerts-all = Each exchange, and each change of its facts
slack-alerts-new = Each exchange once; its message is kept true
slack-alerts-none = None: the digest is enough
slack-form-digest = Digest
slack-digest-none = None
slack-digest-daily = Every day
slack-digest-weekly = Every Monday
slack-form-say-nothing = When nothing happened
slack-say-nothing = Say so
slack-form-quiet-from = Quiet from
slack-form-quiet-to = Quiet until
slack-hint-quiet-to = What comes in these hours is told together afterwards
slack-error-quiet-both = Set both times, or neither
slack-error-quiet-same = The two times must differ
slack-error-nothing = Without alerts, choose a digest: else nothing would ever come
slack-saving = Saving…
slack-saved = Saved.
slack-form-failed = The form could not be opened. Settings can be typed too, for example: { $typed }
slack-share = Share to channel
slack-shared-by = Shared by { $person }
slack-no-picture = The picture could not be shown. For that, this bot must be in the channel: { $invite }
slack-help = Help
slack-home-alerts = Alerts in this workspace
slack-home-none = No channel gets alerts yet. To get them, type in a channel: { $typed }
slack-home-channel = { $channel } gets alerts
slack-home-more = { $count ->
    [one] … and { $n } more channel
   *[other] … and { $n } more channels
}
slack-home-health = This bot
