package org.gomall.platform.sample;

import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import java.time.Instant;

@TableName("note")
class Note {

    enum Status {
        DRAFT,
        WRITTEN
    }

    @TableId
    private Long noteId;

    private String text;
    private Instant writtenAt;
    private Status status;

    Note() {}

    Note(long noteId, String text, Instant writtenAt, Status status) {
        this.noteId = noteId;
        this.text = text;
        this.writtenAt = writtenAt;
        this.status = status;
    }

    Long noteId() {
        return noteId;
    }

    String text() {
        return text;
    }

    Instant writtenAt() {
        return writtenAt;
    }

    Status status() {
        return status;
    }
}
