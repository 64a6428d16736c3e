package org.gomall.api.user;

import java.util.List;
import org.gomall.api.common.BusinessException;

/** Delivery addresses. Every call names the owner; another user's address does not exist for it (NOT_FOUND). */
public interface AddressService {

    /** All addresses of a user, the default one first. Safe to repeat. */
    List<AddressView> list(long userId) throws BusinessException;

    /** One address. Safe to repeat. */
    AddressView get(long userId, long addressId) throws BusinessException;

    /**
     * Addresses of several owners at once. What does not exist, or is not the address of the owner it is asked for with, is left
     * out and spoils nothing for the others. Safe to repeat.
     *
     * @throws BusinessException VALIDATION
     */
    List<OwnedAddress> ofOwners(AddressKeys keys) throws BusinessException;

    /**
     * Adds an address; the first one becomes the default.
     *
     * @throws BusinessException VALIDATION; CONFLICT when the user has 20 addresses already
     */
    AddressView add(long userId, AddressCommand command) throws BusinessException;

    /**
     * Replaces an address. The default one stays the default until another becomes it. Safe to repeat.
     *
     * @throws BusinessException VALIDATION; NOT_FOUND
     */
    AddressView update(long userId, long addressId, AddressCommand command) throws BusinessException;

    /** Removes an address; orders keep their own copy. The oldest remaining one becomes the default. */
    void remove(long userId, long addressId) throws BusinessException;
}
