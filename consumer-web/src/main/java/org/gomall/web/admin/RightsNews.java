package org.gomall.web.admin;

import org.gomall.api.common.BusinessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Tells every instance of the web about rights that a provider has changed.
 *
 * <p>The change is committed by then. When the news cannot be told, or this process dies before it, what instances keep in
 * memory runs out after two seconds, so the answer is still "done".
 */
@Component
class RightsNews {

    private static final Logger LOG = LoggerFactory.getLogger(RightsNews.class);

    void tell(Runnable news) {
        try {
            news.run();
        } catch (BusinessException e) {
            LOG.warn("changed rights are in force two seconds later, because nobody could be told: {}", e.getMessage());
        }
    }
}
