package org.gomall.e2e.browser;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.gomall.e2e.Project;

/** The texts of the pages in one language, from the bundles that the pages take them from. */
final class Words {

    private static final Path BUNDLES = Project.root().resolve("consumer-web/src/main/resources/messages");
    private static final List<String> AREAS = List.of("base", "shop", "account", "merchant", "admin", "ops");

    private final Properties texts = new Properties();
    private final Locale locale;

    private Words(String language) {
        locale = Locale.forLanguageTag(language);
        String ending = language.equals(Look.CHINESE) ? "_zh_CN" : "";
        AREAS.forEach(area -> load(area + ending + ".properties"));
    }

    static Words of(Look look) {
        return new Words(look.language());
    }

    String say(String key, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no text " + key);
        }
        return arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments);
    }

    private void load(String bundle) {
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(bundle))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
