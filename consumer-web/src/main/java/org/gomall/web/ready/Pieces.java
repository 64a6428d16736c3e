package org.gomall.web.ready;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of an answer in pieces, with a blank between one and the next.
 *
 * @param texts one more than there are blanks
 */
record Pieces(List<byte[]> texts, List<Blank> blanks) {

    /**
     * Cuts an answer at its blanks.
     *
     * @param standIns what was written in the place of each blank; found nowhere else, because nobody can guess it
     */
    static Pieces cut(byte[] body, Map<Blank, String> standIns) {
        // A character for every byte, so that places in the text are places in the body.
        String letters = new String(body, StandardCharsets.ISO_8859_1);
        List<byte[]> texts = new ArrayList<>();
        List<Blank> blanks = new ArrayList<>();
        Map<Blank, Integer> next = new EnumMap<>(Blank.class);
        standIns.forEach((blank, text) -> next.put(blank, letters.indexOf(text)));
        int from = 0;
        for (Blank blank = first(next); blank != null; blank = first(next)) {
            String standIn = standIns.get(blank);
            int at = next.get(blank);
            texts.add(bytes(letters, from, at));
            blanks.add(blank);
            from = at + standIn.length();
            next.put(blank, letters.indexOf(standIn, from));
        }
        texts.add(bytes(letters, from, letters.length()));
        return new Pieces(List.copyOf(texts), List.copyOf(blanks));
    }

    private static Blank first(Map<Blank, Integer> next) {
        Blank first = null;
        for (Map.Entry<Blank, Integer> entry : next.entrySet()) {
            if (entry.getValue() >= 0 && (first == null || entry.getValue() < next.get(first))) {
                first = entry.getKey();
            }
        }
        return first;
    }

    private static byte[] bytes(String letters, int from, int to) {
        return letters.substring(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What all pieces take without what is filled in. */
    int size() {
        int size = 0;
        for (byte[] text : texts) {
            size += text.length;
        }
        return size;
    }

    /** The whole answer. */
    byte[] filled(Filling filling) {
        byte[] whole = new byte[size() + filling.size(blanks)];
        int at = 0;
        for (int i = 0; i < texts.size(); i++) {
            byte[] text = texts.get(i);
            System.arraycopy(text, 0, whole, at, text.length);
            at += text.length;
            if (i < blanks.size()) {
                byte[] own = filling.of(blanks.get(i));
                System.arraycopy(own, 0, whole, at, own.length);
                at += own.length;
            }
        }
        return whole;
    }
}
