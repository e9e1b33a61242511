package app.mortar.reservation;

import app.mortar.kernel.Actor;

/** A request and who makes it. */
record Asked(Actor actor, HoldRequest request) {}
