package org.einlass.contract.counter;

import org.einlass.contract.id.EntryId;

/**
 * What a device says of its own call for help, again and again until somebody has come. A device has one call at a
 * time; another id begins a new one.
 *
 * @param call made by the device
 * @param ended whether nobody is needed any more
 */
public record HelpReport(EntryId call, HelpReason reason, boolean ended) {}
