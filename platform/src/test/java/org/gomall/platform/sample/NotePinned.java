package org.gomall.platform.sample;

/** An event of the sample provider. */
public record NotePinned(long noteId, String text) {}
