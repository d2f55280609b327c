package org.einlass.server.presence;

import java.time.Instant;
import org.einlass.contract.id.AreaId;

/**
 * Somebody who is in an area, as far as the facts tell.
 *
 * @param subject the registration, or what stands for one
 * @param since corrected time of the last passage there
 */
public record PresentPerson(String subject, AreaId area, Instant since) {}
