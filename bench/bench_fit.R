# The rows that bench_fit left, fitted by survreg of R's package survival: Rscript bench_fit.R FOLDER
library(survival)
folder <- commandArgs(TRUE)[1]
file <- file.path(folder, "rows.bin")
m <- matrix(readBin(file, "double", file.size(file) / 8), ncol = 6, byrow = TRUE)
d <- data.frame(status = m[, 1], time = m[, 2], x1 = m[, 3], x2 = m[, 4], x3 = m[, 5], x4 = m[, 6])
for (law in c("loglogistic", "lognormal", "weibull")) {
  times <- replicate(3, system.time(fit <<- survreg(Surv(time, status) ~ x1 + x2 + x3 + x4, d, dist = law))[1])
  cat(sprintf("%9d  %-11s  %8.4f  survreg       coefficient %.6f\n", nrow(d), law, median(times), coef(fit)[2]))
}
