package org.gomall.platform.instance;

import com.alibaba.nacos.api.NacosFactory;
import com.alibaba.nacos.api.PropertyKeyConst;
import com.alibaba.nacos.api.exception.NacosException;
import com.alibaba.nacos.api.naming.NamingService;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.gomall.platform.figures.RequestMeter;
import org.gomall.platform.process.ProcessAutoConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * This process as one of several instances: how others find it and how it leaves, and how it chooses among the instances
 * that it calls. What Dubbo uses of it is found by Dubbo itself (META-INF/dubbo).
 */
@AutoConfiguration(after = ProcessAutoConfiguration.class)
@ConditionalOnProperty("gomall.nacos.address")
public class InstanceAutoConfiguration {

    @Bean
    RunningInstance runningInstance(Environment environment, Clock clock, ObjectProvider<ApplicationModel> dubbo) {
        RunningInstance self = new RunningInstance(environment, clock);
        dubbo.ifAvailable(application -> application.getBeanFactory().registerBean(self));
        return self;
    }

    /** Opens a connection of its own, so only when somebody needs it. */
    @Bean(destroyMethod = "shutDown")
    @Lazy
    @ConditionalOnMissingBean
    NamingService nacosNamingService(
            @Value("${gomall.nacos.address}") String address, @Value("${gomall.nacos.namespace:}") String namespace)
            throws NacosException {
        Properties properties = new Properties();
        properties.setProperty(PropertyKeyConst.SERVER_ADDR, address);
        properties.setProperty(PropertyKeyConst.NAMESPACE, namespace);
        return NacosFactory.createNamingService(properties);
    }

    @Bean
    InstanceWeights instanceWeights(ObjectProvider<NamingService> nacos, ObjectProvider<ApplicationModel> dubbo) {
        InstanceWeights weights = new InstanceWeights(nacos::getObject);
        dubbo.ifAvailable(application -> application.getBeanFactory().registerBean(weights));
        return weights;
    }

    @Bean
    @ConditionalOnProperty("gomall.announce-web")
    WebAnnouncement webAnnouncement(NamingService nacosNamingService, RunningInstance self) {
        return new WebAnnouncement(nacosNamingService, self);
    }

    @Bean
    GracefulOffline gracefulOffline(
            ApplicationContext context,
            ObjectProvider<ApplicationModel> dubbo,
            ObjectProvider<WebAnnouncement> announcement,
            ObjectProvider<RequestMeter> meter,
            @Value("${gomall.offline.settle:2s}") Duration settle) {
        return new GracefulOffline(
                context,
                dubbo,
                announcement,
                () -> meter.stream().mapToInt(RequestMeter::underWay).sum(),
                settle);
    }

    @Bean
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    FilterRegistrationBean<Filter> webTagFilter() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(new WebTagFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return registration;
    }
}
