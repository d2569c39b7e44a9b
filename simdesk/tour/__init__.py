"""The tour: the real window driven through the whole job, with a picture of each step."""
