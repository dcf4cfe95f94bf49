# The longest explanation, word for word.
footfall help log
