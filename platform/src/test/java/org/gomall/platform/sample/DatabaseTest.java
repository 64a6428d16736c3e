package org.gomall.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.gomall.platform.id.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@SampleTest
class DatabaseTest {

    @Autowired
    private NoteMapper notes;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_moment_comes_back_as_it_was_stored_and_stands_there_in_utc() {
        Instant now = clock.instant();
        Note note = new Note(ids.next(), "moment", now, Note.Status.WRITTEN);

        notes.insert(note);

        Note read = notes.selectById(note.noteId());
        assertThat(read.writtenAt()).isEqualTo(now);
        assertThat(read.status()).isEqualTo(Note.Status.WRITTEN);
        assertThat(jdbc.sql("SELECT CAST(written_at AS CHAR(30)) FROM note WHERE note_id = ?")
                        .param(note.noteId())
                        .query(String.class)
                        .single())
                .startsWith(LocalDateTime.ofInstant(now, ZoneOffset.UTC)
                        .toString()
                        .replace('T', ' ')
                        .substring(0, 19));
    }

    @Test
    void records_can_be_read_by_annotated_sql() {
        Instant now = clock.instant();
        Note note = new Note(ids.next(), "line", now, Note.Status.DRAFT);
        notes.insert(note);

        assertThat(notes.line(note.noteId(), now))
                .isEqualTo(new NoteMapper.Line(note.noteId(), now, Note.Status.DRAFT));
        assertThat(notes.line(note.noteId(), now.minusNanos(1_000))).isNull();
    }

    @Test
    void a_moment_written_by_the_jdbc_client_is_the_same_moment() {
        Instant now = clock.instant();
        long noteId = ids.next();
        jdbc.sql("INSERT INTO note (note_id, text, written_at, status) VALUES (?, ?, ?, 'DRAFT')")
                .params(noteId, "jdbc", now)
                .update();

        assertThat(notes.selectById(noteId).writtenAt()).isEqualTo(now);
        assertThat(jdbc.sql("SELECT written_at FROM note WHERE note_id = ?")
                        .param(noteId)
                        .query(Instant.class)
                        .single())
                .isEqualTo(now);
        assertThat(jdbc.sql("SELECT note_id, written_at, status FROM note WHERE note_id = ? AND written_at >= ?")
                        .params(noteId, now)
                        .query(NoteMapper.Line.class)
                        .single())
                .isEqualTo(new NoteMapper.Line(noteId, now, Note.Status.DRAFT));
    }

    @Test
    @Transactional
    void transactions_are_read_committed_and_do_not_wait_long_for_locks() {
        assertThat(jdbc.sql("SELECT @@transaction_isolation")
                        .query(String.class)
                        .single())
                .isEqualTo("READ-COMMITTED");
        assertThat(jdbc.sql("SELECT @@innodb_lock_wait_timeout")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
