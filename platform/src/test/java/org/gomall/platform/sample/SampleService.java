package org.gomall.platform.sample;

import org.gomall.api.common.BusinessException;
import org.gomall.api.common.Page;

/** What is called across Dubbo in the tests. */
public interface SampleService {

    String traceId() throws BusinessException;

    Page<String> page(String text) throws BusinessException;

    void fail(String how) throws BusinessException;

    void sleep(long millis) throws BusinessException;

    String xid() throws BusinessException;
}
