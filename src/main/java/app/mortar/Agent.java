package app.mortar;

import app.mortar.agent.Timetable;
import app.mortar.alert.Dispatch;

/** What a server does by itself: it keeps the timetable and sends what the outbox holds. */
record Agent(Timetable timetable, Dispatch dispatch) implements AutoCloseable {
    void start() {
        timetable.start();
    }

    /** No new job is begun, and what is in hand is finished. */
    @Override
    public void close() {
        timetable.close();
        dispatch.close();
    }
}
