package org.gomall.platform.seata;

/** A branch in its first phase. */
public record OpenBranch(String xid, long branchId, String action) {}
