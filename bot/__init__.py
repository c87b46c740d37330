"""The running service: polls feeds, keeps what is known, posts alerts."""
