package org.einlass.contract.admission;

import java.time.Instant;

/**
 * When a scan happens, as well as the deciding machine knows.
 *
 * @param sure false where the clock had no contact with the server in this boot; time reasons then never refuse
 */
public record Moment(Instant at, boolean sure) {}
