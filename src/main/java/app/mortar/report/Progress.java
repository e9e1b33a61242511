package app.mortar.report;

/** Watches a report being written, and may stop it. Called from the thread that writes. */
public interface Progress {
    /**
     * So many rows are written.
     *
     * @param expected how many there will be, about; 0 when that is not known
     */
    void wrote(long rows, long expected);

    /** Is the report not wanted any more? */
    boolean cancelled();

    /** For whoever just waits. */
    Progress NONE = new Progress() {
        @Override
        public void wrote(long rows, long expected) {
            // nobody looks
        }

        @Override
        public boolean cancelled() {
            return false;
        }
    };
}
