package org.gomall.web.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The sources of all templates. */
final class Templates {

    private Templates() {}

    static Map<String, String> all() throws IOException {
        Map<String, String> templates = new TreeMap<>();
        for (Resource template :
                new PathMatchingResourcePatternResolver().getResources("classpath:/templates/**/*.html")) {
            String path = template.getURL().getPath();
            templates.put(
                    path.substring(path.indexOf("/templates/") + 11),
                    template.getContentAsString(StandardCharsets.UTF_8));
        }
        return templates;
    }
}
