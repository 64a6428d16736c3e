package org.gomall.web.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** All motifs, read once from {@code media/motifs.xml}, and the choice of one for a product. */
@Component
class Motifs {

    private static final String SOURCE = "/media/motifs.xml";
    private static final String ANYTHING = "parcel";

    /** Categories whose names are titles: they speak of anything but the thing itself. */
    private static final Set<String> TITLES = Set.of("novels", "books");

    /** After this a name speaks of something else. */
    private static final Pattern WITH = Pattern.compile(" with | for |[(,/:–—]");

    private final List<Motif> all;
    private final Map<String, List<Motif>> byWord = new HashMap<>();
    private final Map<String, List<Motif>> bySlug = new HashMap<>();
    private final Motif anything;

    Motifs() {
        this.all = read();
        for (Motif motif : all) {
            motif.words().forEach(word -> file(byWord, word, motif));
            motif.slugs().forEach(slug -> file(bySlug, slug, motif));
        }
        this.anything = all.stream()
                .filter(motif -> motif.id().equals(ANYTHING))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(SOURCE + " has no motif " + ANYTHING));
    }

    /** The motif for whatever cannot be told. */
    Motif anything() {
        return anything;
    }

    List<Motif> all() {
        return all;
    }

    /**
     * The motif that an English product name asks for, best one of its category; else any of the category.
     *
     * @param seed picks one of several that fit the category
     */
    Motif choose(String name, String slug, long seed) {
        return named(name, slug).orElseGet(() -> {
            List<Motif> fitting = bySlug.getOrDefault(slug, List.of(anything));
            return fitting.get((int) Long.remainderUnsigned(seed, fitting.size()));
        });
    }

    private Optional<Motif> named(String name, String slug) {
        if (name == null || TITLES.contains(slug)) {
            return Optional.empty();
        }
        List<Motif> asked = asked(name);
        return asked.stream().filter(motif -> motif.fits(slug)).findFirst().or(() -> asked.stream()
                .findFirst());
    }

    /**
     * All motifs that a name asks for, the likeliest first. English puts the thing itself last ("tea mug"), unless
     * something follows that it comes with ("mug with lid"); two words say more than one ("watch strap").
     */
    private List<Motif> asked(String name) {
        String thing = WITH.split(name.toLowerCase(Locale.ROOT), 2)[0];
        List<String> words = Arrays.asList(thing.split("[^a-z'-]+"));
        List<Motif> asked = new ArrayList<>();
        for (int i = words.size() - 1; i > 0; i--) {
            asked.addAll(ofWord(words.get(i - 1) + "_" + words.get(i)));
        }
        for (int i = words.size() - 1; i >= 0; i--) {
            asked.addAll(ofWord(words.get(i)));
        }
        return asked;
    }

    private List<Motif> ofWord(String word) {
        for (String form : forms(word)) {
            if (byWord.containsKey(form)) {
                return byWord.get(form);
            }
        }
        return List.of();
    }

    /** The word itself, its singular, and the last part of a compound. */
    private static List<String> forms(String word) {
        List<String> forms = new ArrayList<>(List.of(word));
        if (word.endsWith("s")) {
            forms.add(word.substring(0, word.length() - 1));
        }
        if (word.endsWith("es")) {
            forms.add(word.substring(0, word.length() - 2));
        }
        if (word.indexOf('-') > 0) {
            forms.addAll(forms(word.substring(word.lastIndexOf('-') + 1)));
        }
        return forms;
    }

    private static void file(Map<String, List<Motif>> drawers, String label, Motif motif) {
        drawers.computeIfAbsent(label, l -> new ArrayList<>()).add(motif);
    }

    private static List<Motif> read() {
        try (InputStream source = Motifs.class.getResourceAsStream(SOURCE)) {
            DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
            parsers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList elements = parsers.newDocumentBuilder().parse(source).getElementsByTagName("motif");
            List<Motif> motifs = new ArrayList<>();
            for (int i = 0; i < elements.getLength(); i++) {
                motifs.add(motif((Element) elements.item(i)));
            }
            return List.copyOf(motifs);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IllegalStateException(SOURCE + " cannot be read", e);
        }
    }

    private static Motif motif(Element element) throws TransformerException {
        Transformer writer = TransformerFactory.newInstance().newTransformer();
        writer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
        StringWriter shapes = new StringWriter();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE) {
                writer.transform(new DOMSource(child), new StreamResult(shapes));
            }
        }
        return new Motif(
                element.getAttribute("id"),
                words(element.getAttribute("words")),
                words(element.getAttribute("slugs")),
                words(element.getAttribute("palettes")).stream()
                        .map(Integer::valueOf)
                        .sorted()
                        .toList(),
                shapes.toString());
    }

    private static Set<String> words(String list) {
        return list.isBlank() ? Set.of() : Set.of(list.strip().split("\\s+"));
    }
}
