package org.gomall.bench.sentinel;

import com.alibaba.csp.sentinel.Constants;
import com.alibaba.csp.sentinel.init.InitFunc;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * Throws Sentinel's own main switch in a process that is none of ours to change: as an agent it comes onto the class path, and
 * Sentinel runs it when it starts. Every entry then passes without rules and without being counted.
 */
public final class SentinelOff implements InitFunc {

    /** An agent needs this; what it does happens in {@link #init}. */
    public static void premain(String arguments) {}

    @Override
    public void init() {
        Constants.ON = false;
    }

    /** Writes the agent, and answers the option that loads it. */
    public static String option(Path folder) {
        Path jar = folder.resolve("sentinel-off.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", SentinelOff.class.getName());
        String file = SentinelOff.class.getName().replace('.', '/') + ".class";
        try (OutputStream target = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(target, manifest);
                InputStream bytes = SentinelOff.class.getClassLoader().getResourceAsStream(file)) {
            out.putNextEntry(new ZipEntry(file));
            bytes.transferTo(out);
            out.putNextEntry(new ZipEntry("META-INF/services/" + InitFunc.class.getName()));
            out.write(SentinelOff.class.getName().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "-javaagent:" + jar;
    }
}
