package org.gomall.product;

import org.apache.dubbo.config.annotation.DubboReference;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryAdminService;
import org.gomall.api.product.MerchantProductService;
import org.gomall.api.product.PictureService;
import org.gomall.api.product.ProductAuditService;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Our own services as other processes see them: found in Nacos, called over the network. */
@Configuration(proxyBeanMethods = false)
class OwnServiceFromOutside {

    @Bean
    @DubboReference(scope = "remote", timeout = 3_000)
    ReferenceBean<CatalogueService> remoteCatalogue() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(scope = "remote", timeout = 10_000)
    ReferenceBean<MerchantProductService> remoteMerchantProducts() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(scope = "remote", timeout = 10_000)
    ReferenceBean<ProductAuditService> remoteProductAudit() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(scope = "remote", timeout = 10_000)
    ReferenceBean<CategoryAdminService> remoteCategoryAdmin() {
        return new ReferenceBean<>();
    }

    @Bean
    @DubboReference(scope = "remote", timeout = 10_000)
    ReferenceBean<PictureService> remotePictures() {
        return new ReferenceBean<>();
    }
}
