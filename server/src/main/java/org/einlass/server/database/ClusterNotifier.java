package org.einlass.server.database;

import java.util.Set;
import org.einlass.contract.id.EventId;

/**
 * What the servers of one database call to each other: that an event's feed has grown. A call may be lost;
 * whoever wants to know asks the feed besides.
 */
public interface ClusterNotifier extends AutoCloseable {

    /** For a database that one server has for itself. */
    ClusterNotifier NONE = new ClusterNotifier() {
        @Override
        public boolean hasOthers() {
            return false;
        }

        @Override
        public void grown(Set<EventId> events) {}

        @Override
        public void close() {}
    };

    /** Whether other servers may write into the same database. */
    boolean hasOthers();

    /**
     * Tells the others that these events' feeds have grown, soon and from another thread. Any thread may call
     * it.
     */
    void grown(Set<EventId> events);

    @Override
    void close();

    /** Hears the others' calls, on the calls' thread. */
    interface Listener {
        /** An event's feed has grown elsewhere. */
        void grown(EventId event);

        /** Calls may have been lost, of any event. */
        void lost();
    }
}
