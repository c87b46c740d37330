import asyncio
import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main
from detectors import Article, Detection, detect
from tests.feed_server import Page, serving

SWAP = "Russia and Ukraine exchanged prisoners of war on Tuesday, 205 from each side, Russia's defence ministry said."
HEADLINE = "Russia and Ukraine swap prisoners"
WEATHER = "It will rain in the hills tomorrow and stay dry on the coast."

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*argv: str, stdin: bytes = b"") -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        status = main(["detect", *argv])
        out, err = capsys.readouterr()
        return status, out, err

    return run


def lines(out: str) -> list[dict]:
    return [json.loads(line) for line in out.splitlines()]


def test_the_command_reads_a_file_in_a_process_of_its_own(tmp_path: Path):
    (tmp_path / "swap.txt").write_text(SWAP, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bot", "detect", "swap.txt", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[1]), "PATH": "", "LC_ALL": "C"},
    )
    assert (done.returncode, done.stderr) == (0, b"")
    found = json.loads(done.stdout)
    assert (found["id"], found["is_report"], found["lang"]) == ("swap.txt", True, "en")
    assert {(*t["released_by"], *t["returned_to"], t["count"]) for t in found["reports"][0]["transfers"]} == {
        ("Russia", "Ukraine", 205),
        ("Ukraine", "Russia", 205),
    }


def test_an_article_that_breaks_the_detector_stops_no_other_one(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch
):
    def breaks(article: Article) -> Detection:
        return 1 / 0 if article.id == "a1" else detect(article)

    monkeypatch.setattr("bot.cli.detect.detect", breaks)
    articles = tmp_path / "articles.jsonl"
    articles.write_text("".join(json.dumps({"id": each, "title": SWAP}) + "\n" for each in ("a1", "a2")))
    status, out, err = run(str(articles))
    broken, read = lines(out)
    assert (status, broken["id"], read["is_report"]) == (1, "a1", True)
    assert "ZeroDivisionError" in broken["error"]
    assert err == f"{articles}:1: {broken['error']}\n"


def test_lines_come_back_in_their_order_and_broken_ones_keep_their_place(tmp_path: Path, run: Run):
    articles = tmp_path / "articles.jsonl"
    articles.write_bytes(
        b"\n".join(
            [
                json.dumps({"id": "a1", "title": SWAP}).encode(),
                b'{"id": "a2", "title": ',
                b"",
                b'{"id": "a3", "titel": "x"}',
                b"\xff\xfe",
                b"[" * 100_000,
                json.dumps({"id": "a4", "text": WEATHER, "mood": 1}).encode(),
            ]
        )
    )
    status, out, err = run(str(articles))
    found = lines(out)
    assert status == 1
    assert [(one["id"], one.get("is_report"), "error" in one) for one in found] == [
        ("a1", True, False),
        (None, None, True),
        ("a3", None, True),
        (None, None, True),
        (None, None, True),
        ("a4", False, False),
    ]
    faults = err.splitlines()
    assert [fault.split(": ")[0] for fault in faults] == [f"{articles}:{number}" for number in (2, 4, 5, 6)]
    assert "title, summary or text" in faults[1]


def test_json_is_one_object_for_one_article_and_an_array_for_many(tmp_path: Path, run: Run):
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(json.dumps({"id": "a1", "text": SWAP}), encoding="utf-8")
    many.write_text(json.dumps([{"id": "a1", "text": SWAP}, {"id": "a2", "text": WEATHER}]), encoding="utf-8")
    assert json.loads(run(str(one), "--format", "json")[1])["id"] == "a1"
    assert [found["id"] for found in json.loads(run(str(many), "--format", "json")[1])] == ["a1", "a2"]
    assert [found["id"] for found in lines(run(str(many), "--format", "jsonl")[1])] == ["a1", "a2"]


def test_standard_input_holds_lines_when_the_call_says_so_or_the_input_does(run: Run):
    stdin = "\n".join(json.dumps({"id": name, "text": WEATHER}) for name in "ab").encode()
    assert [found["id"] for found in lines(run("-", "--format", "jsonl", stdin=stdin)[1])] == ["a", "b"]
    assert [found["id"] for found in json.loads(run("--format", "json", stdin=stdin)[1])] == ["a", "b"]


def test_no_report_is_no_failure(run: Run):
    status, out, err = run("-", "--format", "json", stdin=WEATHER.encode())
    assert (status, err) == (0, "")
    assert json.loads(out)["is_report"] is False
    assert json.loads(out)["reports"] == []


def test_text_explains_the_verdict_with_the_words_it_was_read_from(run: Run):
    status, out, _ = run("-", stdin=SWAP.encode())
    assert status == 0
    assert out.startswith("Report: completed exchange\n")
    assert "Russia → Ukraine  205 prisoners" in out
    assert "read from “" in out
    assert "rule " in out


def test_text_tells_a_total_over_both_sides_as_one(run: Run):
    text = "The Houthis and the government exchanged 90 captives on Wednesday, a lawmaker said."
    article = {"lang": "en", "title": "Yemen's warring sides swap 90 prisoners", "text": text}
    out = run("-", "--format", "text", stdin=json.dumps(article).encode())[1]
    assert "Houthis \u21c4 Yemen together  90 prisoners" in out


def test_text_shows_nothing_that_could_steer_the_terminal(run: Run):
    out = run("-", stdin=("\x1b]0;owned\x07\u202e" + SWAP).encode())[1]
    assert "\x1b" not in out
    assert "\u202e" not in out


def test_a_page_returns_what_was_extracted_and_spans_index_into_it(tmp_path: Path, run: Run):
    page = tmp_path / "page"
    page.write_text(
        f"<!DOCTYPE html><html lang='en'><title>{HEADLINE}</title><body><nav>Home 77 News</nav>"
        f"<article><h1>{HEADLINE}</h1><p>{SWAP}</p></article></body></html>",
        encoding="utf-8",
    )
    found = json.loads(run(str(page), "--format", "json")[1])
    assert found["is_report"]
    assert SWAP in found["text"]
    assert "Home 77 News" not in found["text"]
    spans = [span for transfer in found["reports"][0]["transfers"] for span in transfer["evidence"]]
    assert spans
    assert all(found[span["field"]][span["start"] : span["end"]] == span["text"] for span in spans)


def test_the_call_can_say_what_plain_text_does_not(run: Run):
    status, out, _ = run("-", "--published", "2025-05-06", "--lang", "en", "--format", "json", stdin=SWAP.encode())
    assert status == 0
    assert json.loads(out)["lang"] == "en"
    assert json.loads(out)["reports"][0]["event_date"] == "2025-05-06"  # a Tuesday


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["no-such-file.txt"], "no-such-file.txt: No such file"),
        (["."], ".: Is a directory"),
        (["-", "--published", "soon"], "--published: 'soon' is no date"),
    ],
)
def test_a_wrong_call_is_one_line_and_status_2(argv: list[str], words: str, run: Run):
    status, out, err = run(*argv)
    assert (status, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(words)


def test_a_feed_is_told_from_an_article(run: Run):
    status, _, err = run("-", stdin=b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>")
    assert status == 2
    assert "exchanges feeds check" in err


def test_a_page_without_a_story_is_a_failure(run: Run):
    status, out, err = run("-", "--format", "json", stdin=b"<html><body></body></html>")
    assert (status, err.count("\n")) == (1, 1)
    assert "no article could be found" in json.loads(out)["error"]


def test_the_reader_of_the_output_may_leave_early(tmp_path: Path):
    articles = tmp_path / "many.jsonl"
    articles.write_text((json.dumps({"id": "a", "text": WEATHER}) + "\n") * 3000, encoding="utf-8")
    command = f'"{sys.executable}" -m bot detect "{articles}" | head -n 1'
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


async def test_a_page_can_be_given_by_its_address(capsys: pytest.CaptureFixture[str]):
    page = f"<!doctype html><html lang='en'><title>{HEADLINE}</title><article><p>{SWAP}</p></article></html>"
    async with serving() as server:
        server.pages["/story"] = Page(page.encode(), headers={"Content-Type": "text/html"})
        url = server.url("/story")
        assert await asyncio.to_thread(main, ["detect", url, "--format", "json"]) == 0
        found = json.loads(capsys.readouterr().out)
        assert (found["id"], found["url"], found["is_report"], found["text"]) == (url, url, True, SWAP)
        assert await asyncio.to_thread(main, ["detect", server.url("/gone")]) == 1
        assert capsys.readouterr().err.startswith(f"{server.url('/gone')}: is not there any more (404)")


def test_a_full_disk_is_one_line(tmp_path: Path):
    (tmp_path / "swap.txt").write_text(SWAP, encoding="utf-8")
    command = f'"{sys.executable}" -m bot detect swap.txt > /dev/full'
    done = subprocess.run(["sh", "-c", command], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "exchanges: [Errno 28] No space left on device\n")


def test_plain_text_is_read_in_the_encoding_it_has(tmp_path: Path, run: Run):
    news = (
        "Россия и Украина обменялись военнопленными: из плена вернулись по 205 человек с каждой стороны, "
        "сообщило Министерство обороны России."
    )
    for encoding in ("windows-1251", "utf-8-sig", "utf-16"):
        (tmp_path / "news.txt").write_bytes(news.encode(encoding))
        found = json.loads(run(str(tmp_path / "news.txt"), "--format", "json")[1])
        assert (encoding, found["lang"], found["is_report"]) == (encoding, "ru", True)
