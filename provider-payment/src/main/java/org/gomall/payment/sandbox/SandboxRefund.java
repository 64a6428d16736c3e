package org.gomall.payment.sandbox;

/** A row of table {@code sandbox_refund}; components in the order of the columns that are read. */
record SandboxRefund(String reference, String chargeReference, long amountCents, String status, String callbackUrl) {}
