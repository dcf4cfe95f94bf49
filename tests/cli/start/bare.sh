# What footfall is and the first three commands.
footfall
