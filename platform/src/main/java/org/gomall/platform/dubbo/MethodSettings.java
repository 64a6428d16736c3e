package org.gomall.platform.dubbo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.dubbo.common.utils.AnnotationUtils;
import org.apache.dubbo.config.annotation.Method;
import org.apache.dubbo.config.spring.Constants;
import org.apache.dubbo.config.spring.ReferenceBean;
import org.apache.dubbo.config.spring.reference.ReferenceAttributes;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Makes {@link Method} work on references that are declared as beans. Of such a declaration Dubbo 3.3 keeps the defaults of
 * the nested annotation as well, then looks for a bean named "" to be called back, and drops all settings of methods without
 * a word. Without the defaults it reads them as it reads those of an injected field.
 */
final class MethodSettings implements BeanPostProcessor {

    private final ConfigurableListableBeanFactory beans;

    MethodSettings(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof ReferenceBean<?> && beans.containsBeanDefinition(name)) {
            BeanDefinition definition = beans.getBeanDefinition(name);
            if (definition.getAttribute(Constants.REFERENCE_PROPS) instanceof Map<?, ?> settings
                    && settings.get(ReferenceAttributes.METHODS) instanceof Map<?, ?>[] methods) {
                Map<Object, Object> replaced = new LinkedHashMap<>(settings);
                replaced.put(
                        ReferenceAttributes.METHODS,
                        Stream.of(methods).map(MethodSettings::withoutDefaults).toArray(Map[]::new));
                definition.setAttribute(Constants.REFERENCE_PROPS, replaced);
            }
        }
        return bean;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> withoutDefaults(Map<?, ?> method) {
        return new LinkedHashMap<>(
                AnnotationUtils.filterDefaultValues(Method.class, new LinkedHashMap<>((Map<String, Object>) method)));
    }
}
