package org.gomall.localstack.nacos;

import com.alibaba.nacos.NacosServerBasicApplication;
import com.alibaba.nacos.NacosServerWebApplication;
import com.alibaba.nacos.console.NacosConsole;
import com.alibaba.nacos.core.listener.startup.NacosStartUp;
import com.alibaba.nacos.core.listener.startup.NacosStartUpManager;
import com.alibaba.nacos.sys.env.DeploymentType;
import com.alibaba.nacos.sys.env.EnvUtil;
import com.alipay.sofa.jraft.storage.impl.RocksDBLogStorage;
import com.alipay.sofa.jraft.util.StorageOptionsFactory;
import org.rocksdb.RocksDB;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a standalone Nacos with its web console in one process: the core context first, the server's and the
 * console's web contexts as its children. The official bootstrap module, which does the same, is not on Maven Central.
 */
public final class NacosMain {

    /** Every table in memory gets a filter of an eighth of this, all of it zeros at first and in memory all the same. */
    private static final long RAFT_TABLE_BYTES = 1 << 20;

    private NacosMain() {}

    public static void main(String[] args) {
        EnvUtil.setDeploymentType(DeploymentType.MERGED);
        keepRaftSmall();
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

    /** The logs of its Raft groups hold some kilobytes here, and would have 160 MB set aside for them. */
    private static void keepRaftSmall() {
        RocksDB.loadLibrary();
        StorageOptionsFactory.registerRocksDBColumnFamilyOptions(
                RocksDBLogStorage.class,
                StorageOptionsFactory.getDefaultRocksDBColumnFamilyOptions().setWriteBufferSize(RAFT_TABLE_BYTES));
    }

    private static void startChild(ConfigurableApplicationContext core, Class<?> application, String[] args) {
        new SpringApplicationBuilder(application)
                .parent(core)
                .bannerMode(Banner.Mode.OFF)
                .run(args);
    }
}
