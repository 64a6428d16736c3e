package org.gomall.platform.sample;

import com.baomidou.mybatisplus.core.mapper.BaseMapper;
import java.time.Instant;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;

@Mapper
interface NoteMapper extends BaseMapper<Note> {

    record Line(long noteId, Instant writtenAt, Note.Status status) {}

    @Select("SELECT note_id, written_at, status FROM note WHERE note_id = #{noteId} AND written_at <= #{before}")
    Line line(@Param("noteId") long noteId, @Param("before") Instant before);
}
