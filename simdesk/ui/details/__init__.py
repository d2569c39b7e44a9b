"""Looking into one card: a dock with a headline and a file for each tab."""
