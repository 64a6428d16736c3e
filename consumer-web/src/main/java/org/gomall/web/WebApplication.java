package org.gomall.web;

import org.apache.dubbo.config.spring.context.annotation.EnableDubbo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The web consumer: REST API and pages, sessions, access rules and the edge limits. It owns no data. */
// Sa-Token is used as a session store only: its own web filters and its single sign-on parts stay out. Requests
// are timed by the platform's filter.
@SpringBootApplication(
        excludeName = {
            "org.springframework.boot.webmvc.autoconfigure.WebMvcObservationAutoConfiguration",
            "cn.dev33.satoken.spring.SaTokenContextRegister",
            "cn.dev33.satoken.spring.sso.SaSsoBeanRegister",
            "cn.dev33.satoken.spring.sso.SaSsoBeanInject",
            "cn.dev33.satoken.spring.oauth2.SaOAuth2BeanRegister",
            "cn.dev33.satoken.spring.oauth2.SaOAuth2BeanInject",
            "cn.dev33.satoken.spring.apikey.SaApiKeyBeanRegister",
            "cn.dev33.satoken.spring.apikey.SaApiKeyBeanInject",
            "cn.dev33.satoken.spring.sign.SaSignBeanRegister",
            "cn.dev33.satoken.spring.sign.SaSignBeanInject"
        })
@EnableDubbo
public class WebApplication {

    /** Starts the process. */
    public static void main(String[] args) {
        SpringApplication.run(WebApplication.class, args);
    }
}
