package org.gomall.api.product;

import org.gomall.api.common.BusinessException;

/** Which uploaded picture belongs to which shop. The pictures themselves are kept by the web. */
public interface PictureService {

    /** Where uploaded pictures are served; a picture's address is this and its number. */
    String ADDRESS = "/media/uploads/";

    /** How many pictures a shop may have. */
    int MOST_PER_SHOP = 2_000;

    /**
     * Notes whose picture it is. A privileged act.
     *
     * @throws BusinessException CONFLICT when the shop has {@value #MOST_PER_SHOP} already
     */
    void register(RegisterPictureCommand command) throws BusinessException;
}
