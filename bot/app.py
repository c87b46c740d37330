"""The service: everything wired together in one asyncio process, the clock, the signals, the orderly stop."""

import asyncio
import contextlib
import fcntl
import logging
import os
import signal
from collections.abc import Callable, Container, Iterator, Mapping
from contextlib import AsyncExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from bot.chat import Adapter, Answer
from bot.commands import Commands
from bot.config import ChannelSection, Config, PollingConfig
from bot.errors import LockedError, StoreError
from bot.fetch import Fetcher
from bot.intake import PollCounts, warm_up
from bot.outbox import Outbox
from bot.pacing import LIMITS, Limits, telegram_limits
from bot.pages import Pages
from bot.parser import Parser
from bot.pipeline import Pipeline
from bot.posting import Policy
from bot.presence import Presence
from bot.reload import Watch, follow
from bot.schedule import TICK, Schedule
from bot.store import Store
from bot.types import Channel, Habits, Platform, Wishes

STOP_SECONDS = 10.0  # for posts and polls in flight
TOLD_FAULTS = 5  # of one edit that the operator is told of; the log and `exchanges doctor` have them all
WATCH = 1.0  # seconds between two looks whether the database is still there

log = logging.getLogger(__name__)


def utc_now() -> datetime:
    """The one clock."""
    return datetime.now(UTC)


# ── One instance ──


@contextmanager
def sole_instance(database: Path) -> Iterator[None]:
    """Hold the lock beside the database, which the kernel drops with the process; LockedError where another has it.

    StoreError where the disk is full.
    """
    path = database.with_name(database.name + ".lock")
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+", encoding="ascii") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.seek(0)
            holder = file.read().strip() or "unknown"
            message = f"{database}: another Exchange Watch is using it (process {holder}); stop that one first"
            raise LockedError(message) from None
        try:
            os.ftruncate(file.fileno(), 0)
            os.write(file.fileno(), str(os.getpid()).encode())
        except OSError as error:
            raise StoreError(f"{path}: cannot be written ({error}); make room on its disk") from None
        yield


# ── Wiring ──


def channels_of(config: Config) -> tuple[Channel, ...]:
    """The channels that the config names."""
    return tuple(channel for channel, _ in _channels(config))


def _channels(config: Config) -> Iterator[tuple[Channel, ChannelSection]]:
    """Each channel that the config names, with what it says of it."""
    for chat in config.telegram.channels if config.telegram else ():
        yield Channel(platform=Platform.TELEGRAM, address=str(chat.chat), language=chat.language), chat
    for room in config.slack.channels if config.slack else ():
        yield Channel(platform=Platform.SLACK, address=room.channel, language=room.language), room
    if config.console.enabled:
        console = config.console
        yield Channel(platform=Platform.CONSOLE, address="console", language=console.language), console


def habits_of(config: Config) -> dict[str, Habits]:
    """What the configured channels want beside alerts, by the channels' ids."""
    return {channel.id: section.habits for channel, section in _channels(config) if section.habits}


def wishes_of(config: Config) -> dict[str, Wishes]:
    """Which exchanges the configured channels are told of, by the channels' ids."""
    return {channel.id: section.wishes for channel, section in _channels(config)}


def policy_of(config: Config) -> Policy:
    """How the config wants alerts delivered."""
    given = config.delivery
    platform, _, address = (given.owner or "").partition(":")
    owner = Channel(platform=Platform(platform), address=address) if platform else None
    return Policy(
        hold=given.when_unsure == "hold", stale_after=given.stale_after, fold_above=given.fold_above, owner=owner
    )


def limits_of(config: Config) -> Mapping[Platform, Limits]:
    """The platforms' limits, as far as the config does not say otherwise."""
    telegram = config.telegram
    return {**LIMITS, Platform.TELEGRAM: telegram_limits(telegram.posts_per_second)} if telegram else LIMITS


def adapters_of(
    config: Config, answer: Answer, store: Store | None = None, on_owed: Callable[[], None] = lambda: None
) -> dict[Platform, Adapter]:
    """An adapter for each platform that the config sets up; their libraries are loaded only then.

    `store` is told where they may post; `on_owed` is called where a chat that came back is owed something.
    """

    def presence(platform: Platform) -> Presence | None:
        return Presence(store, platform, utc_now, on_owed) if store else None

    out: dict[Platform, Adapter] = {}
    if config.telegram:
        from bot.chat.telegram import Telegram

        token = config.telegram.token.get_secret_value()
        out[Platform.TELEGRAM] = Telegram(
            token,
            answer,
            base_url=config.telegram.base_url,
            operators=config.telegram.operators,
            presence=presence(Platform.TELEGRAM),
        )
    if config.slack:
        from bot.chat.slack import Slack

        slack = config.slack
        out[Platform.SLACK] = Slack(
            slack.bot_token.get_secret_value(),
            answer,
            app_token=slack.app_token.get_secret_value() if slack.app_token else None,
            signing_secret=slack.signing_secret.get_secret_value() if slack.signing_secret else None,
            base_url=slack.base_url,
            listen=("0.0.0.0", slack.port),  # noqa: S104 (Slack must reach it)
            operators=slack.operators,
            channels=store.channels.active if store else tuple,
            presence=presence(Platform.SLACK),
        )
    if config.console.enabled:
        from bot.chat.console import Console

        out[Platform.CONSOLE] = Console()
    return out


async def run(
    config: Config,
    *,
    watch: Watch | None = None,
    until: asyncio.Event | None = None,
    adapters: Mapping[Platform, Adapter] | None = None,
    tick: float = TICK,
    on_round: Callable[[PollCounts], None] = lambda counts: None,
) -> None:
    """Serve until a signal or `until`: poll, read, post, answer; take up what `watch` sees edited.

    `adapters` stand in for those of the config.
    """
    until = until or asyncio.Event()
    with sole_instance(config.store.path), contextlib.closing(Store.open(config.store.path)) as store:
        _sync(store, config)

        def wake() -> None:
            outbox.wake()

        answer = Commands(store, utc_now, wake).answer
        posting = dict(adapters if adapters is not None else adapters_of(config, answer, store, wake))
        outbox: Outbox = Outbox(store, posting, utc_now, policy=policy_of(config), limits=limits_of(config))
        async with AsyncExitStack() as stack:
            pipeline = await _pipeline(stack, config, store, on_owed=outbox.wake)
            schedule = Schedule(store, pipeline, utc_now, tick=tick, on_round=on_round)
            stack.enter_context(_stopping_on_signals(until))
            for adapter in posting.values():
                stack.push_async_callback(adapter.stop)
                await adapter.start()
            sending = asyncio.create_task(outbox.run())
            await asyncio.to_thread(warm_up, {feed.language for feed in store.feeds.listed() if feed.language})
            schedule.start()
            following = _following(watch, config, store, posting.keys(), outbox.wake) if watch else None
            log.info("running feeds=%s channels=%s", len(store.feeds.listed()), len(store.channels.active()))
            await _until_stopped(until, config.store.path)
            if following:
                following.cancel()
            await schedule.stop()
            outbox.stop()
            await asyncio.wait([sending], timeout=STOP_SECONDS)
            log.info("stopped")


async def _until_stopped(until: asyncio.Event, database: Path) -> None:
    """Wait for the stop; StoreError where somebody takes the database away: what is written then is lost."""
    identity = _identity(database)
    while not until.is_set():
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(WATCH):
                await until.wait()
        if _identity(database) != identity:
            raise StoreError(f"{database}: was removed or replaced while in use; put it back and start again")


def _identity(path: Path) -> tuple[int, int] | None:
    """Which file it is that a path leads to; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _sync(store: Store, config: Config, running: Container[Platform] = tuple(Platform)) -> None:
    """Make the store's feeds and channels those of the config; a channel of a platform that is not running waits."""
    now, polling = utc_now(), config.polling
    store.feeds.sync(config.feeds, polling.every, now, slowest=polling.longest, full_text=polling.full_text)
    channels = [channel for channel in channels_of(config) if channel.platform in running]
    store.channels.sync(channels, now, wishes_of(config))
    wanted = habits_of(config)
    store.habits.sync({each.id: wanted[each.id] for each in channels if each.id in wanted}, now)


def _following(
    watch: Watch, config: Config, store: Store, running: Container[Platform], on_notice: Callable[[], None]
) -> asyncio.Task[None]:
    """Take up edits of the config from now on."""

    def refuse(faults: tuple[str, ...]) -> None:
        for fault in faults:
            log.error("config_refused the last good one stays in force: %s", fault)
        with store.writing():
            for fault in faults[:TOLD_FAULTS]:
                store.notices.add("config refused", "config", f"{fault}; the last good one stays in force", utc_now())
        on_notice()

    return asyncio.create_task(
        follow(watch, config, take_up=lambda edited: _sync(store, edited, running), refuse=refuse)
    )


async def poll_once(config: Config, *, everything: bool = False) -> PollCounts:
    """One round over the feeds that are due, or over all; what is decided stays owed."""
    with sole_instance(config.store.path), contextlib.closing(Store.open(config.store.path)) as store:
        _sync(store, config)
        async with AsyncExitStack() as stack:
            pipeline = await _pipeline(stack, config, store, spread=False)
            return await pipeline.poll(store.feeds.listed() if everything else store.feeds.due(utc_now()))


async def _pipeline(
    stack: AsyncExitStack,
    config: Config,
    store: Store,
    *,
    spread: bool = True,
    on_owed: Callable[[], None] = lambda: None,
) -> Pipeline:
    polling = config.polling
    fetcher = await stack.enter_async_context(fetcher_of(polling))
    return Pipeline(
        store=store,
        fetcher=fetcher,
        parser=await stack.enter_async_context(Parser()),
        pages=Pages(fetcher, await stack.enter_async_context(Parser())),  # which no feed waits for
        clock=utc_now,
        look_back=polling.look_back,
        concurrency=polling.concurrency,
        fastest=polling.fastest,
        spread=spread,
        on_owed=on_owed,
    )


def fetcher_of(polling: PollingConfig) -> Fetcher:
    """The fetcher that the config asks for."""
    return Fetcher(allow_private_networks=polling.allow_private_networks, contact=polling.contact, proxy=polling.proxy)


@contextmanager
def _stopping_on_signals(until: asyncio.Event) -> Iterator[None]:
    """Ctrl-C and SIGTERM ask for an orderly stop, however often they are given."""
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    for each in signals:
        loop.add_signal_handler(each, until.set)
    try:
        yield
    finally:
        for each in signals:
            loop.remove_signal_handler(each)
