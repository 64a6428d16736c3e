package org.gomall.web.admin;

/** Why something is turned down; the one it concerns reads it. */
record Reason(String reason) {}
