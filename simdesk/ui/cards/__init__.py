"""The Cards page: table, header, selection and what moves between them and the service."""
