# Before anything is said: no all-clear, no claim to know, the safety questions first.
footfall why
