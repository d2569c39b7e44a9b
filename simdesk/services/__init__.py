"""What one can do: one public method per use case, asyncio, no Qt."""
