package org.gomall.localstack.nacos;

import com.alibaba.nacos.NacosServerBasicApplication;
import com.alibaba.nacos.NacosServerWebApplication;
import com.alibaba.nacos.console.NacosConsole;
import com.alibaba.nacos.core.listener.startup.NacosStartUp;
import com.alibaba.nacos.core.listener.startup.NacosStartUpManager;
import com.alibaba.nacos.sys.env.DeploymentType;
import com.alibaba.nacos.sys.env.EnvUtil;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a standalone Nacos with its web console in one process: the core context first, the server's and the
 * console's web contexts as its children. The official bootstrap module, which does the same, is not on Maven Central.
 */
public final class NacosMain {

    private NacosMain() {}

    public static void main(String[] args) {
        EnvUtil.setDeploymentType(DeploymentType.MERGED);
        NacosStartUpManager.start(NacosStartUp.CORE_START_UP_PHASE);
        ConfigurableApplicationContext core = new SpringApplicationBuilder(NacosServerBasicApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .run(args);
        NacosStartUpManager.start(NacosStartUp.WEB_START_UP_PHASE);
        startChild(core, NacosServerWebApplication.class, args);
        NacosStartUpManager.start(NacosStartUp.CONSOLE_START_UP_PHASE);
        startChild(core, NacosConsole.class, args);
    }

    private static void startChild(ConfigurableApplicationContext core, Class<?> application, String[] args) {
        new SpringApplicationBuilder(application)
                .parent(core)
                .bannerMode(Banner.Mode.OFF)
                .run(args);
    }
}
