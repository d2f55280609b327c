package org.einlass.server.health;

/** What is looked at; each is one metric for programs that watch. */
public enum HealthSubject {
    /** 1 while the database answers and keeps, else 0. */
    STORE("einlass_store_usable"),
    /** How long a change waits before it is written. */
    WRITER("einlass_writer_lag_seconds"),
    /** How many changes wait. */
    QUEUE("einlass_writer_queue_length"),
    /** What is free on the disk of the data folder. */
    DISK("einlass_disk_free_bytes"),
    /** The age of the newest good backup; absent where there is none. */
    BACKUP("einlass_backup_age_seconds"),
    /** How long the server's certificate is valid; absent without HTTPS. */
    CERTIFICATE("einlass_certificate_remaining_seconds"),
    /** 1 while the clock shows a possible time, else 0. */
    CLOCK("einlass_clock_plausible"),
    /** How many devices of live events were heard of today and are silent now. */
    DEVICES("einlass_devices_silent"),
    /** How many devices had so many wrong codes in the last quarter of an hour that guests went to the counter. */
    WRONG_CODES("einlass_devices_wrong_codes");

    private final String metric;

    HealthSubject(String metric) {
        this.metric = metric;
    }

    /** The metric's name, as OpenMetrics writes it. */
    public String metric() {
        return metric;
    }
}
