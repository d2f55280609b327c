package org.einlass.contract.counter;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When somebody came first, at whichever device.
 *
 * @param at absent for somebody who has not come, as far as devices have reported
 * @param device as people call it; absent with {@code at}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GuestArrival(@Nullable Instant at, @Nullable String device) {}
