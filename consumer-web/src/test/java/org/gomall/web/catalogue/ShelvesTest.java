package org.gomall.web.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.ProductQuery;
import org.gomall.slice.Browser;
import org.gomall.slice.SliceTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A large shop is not counted to show a few of its products. */
@SliceTest
class ShelvesTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CatalogueService catalogue;

    @Autowired
    private CatalogueReader copies;

    @AfterEach
    void put_back() {
        copies.forgetAll();
        reset(catalogue);
    }

    @Test
    void nobody_counts_what_is_on_a_shelf() {
        reset(catalogue);
        copies.forgetAll();
        doReturn(new Page<>(List.of(), 1, 20, 0)).when(catalogue).search(any());
        doReturn(List.of()).when(catalogue).categories();

        assertThat(Browser.at(port).get("/").status()).isEqualTo(200);
        assertThat(Browser.at(port).get("/products?keyword=nothing").status()).isEqualTo(200);

        ArgumentCaptor<ProductQuery> asked = ArgumentCaptor.forClass(ProductQuery.class);
        verify(catalogue, atLeastOnce()).search(asked.capture());
        assertThat(asked.getAllValues())
                .filteredOn(query -> query.keyword() == null)
                .isNotEmpty()
                .allMatch(ProductQuery::uncounted);
        assertThat(asked.getAllValues())
                .filteredOn(query -> query.keyword() != null)
                .isNotEmpty()
                .noneMatch(ProductQuery::uncounted);
    }
}
