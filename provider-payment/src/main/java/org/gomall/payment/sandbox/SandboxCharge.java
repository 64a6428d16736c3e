package org.gomall.payment.sandbox;

/** A row of table {@code sandbox_charge}; components in the order of the columns that are read. */
record SandboxCharge(
        String reference,
        String token,
        Behaviour behaviour,
        long amountCents,
        String currency,
        String status,
        String callbackUrl) {}
