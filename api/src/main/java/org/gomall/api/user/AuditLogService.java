package org.gomall.api.user;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/**
 * Who did what to whom, when, from where. Entries are never changed or removed. The caller has to be an active user with
 * the role ADMIN, else NO_PERMISSION; acts of operations ({@link PrivilegedAct#OPS}) are recorded for the role OPS as well.
 */
public interface AuditLogService {

    /**
     * Puts an act on record that touches no database: to be called before its effect, which must not happen when this is
     * refused or fails. Acts with a local transaction publish a {@link PrivilegedAct} in it instead.
     *
     * <p>Not idempotent: each call is an entry.
     *
     * @throws BusinessException NO_PERMISSION
     */
    void record(PrivilegedAct act) throws BusinessException;

    /** The entries that fit, newest first; a new act shows up a moment later. Safe to repeat. */
    Page<AuditEntryView> list(AuditQuery query) throws BusinessException;
}
