"""The service: feeds in, alerts out, to chats and to the command line."""
