#include "measure/gait.h"

double ff_usual_cadence(double speed_mps) {
    return 162 + 10.4 * (speed_mps - 3);
}

double ff_usual_stance(double speed_mps) {
    double over = speed_mps - 3;
    return 259 - 40 * over + 4 * over * over;
}

double ff_heel_ahead(double speed_mps, double stance_ms) {
    double way_cm = speed_mps * stance_ms / 10;
    return way_cm - (21 + 4.8 * speed_mps) - 26.6;
}
