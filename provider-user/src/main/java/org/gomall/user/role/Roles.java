package org.gomall.user.role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.user.RoleService;
import org.gomall.api.user.RoleView;

/** Roles. */
@DubboService
class Roles implements RoleService {

    private final RoleMapper mapper;

    Roles(RoleMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<RoleView> roles() {
        Map<String, List<String>> patterns = new LinkedHashMap<>();
        for (RoleMapper.RolePattern row : mapper.patterns()) {
            List<String> ofRole = patterns.computeIfAbsent(row.role(), role -> new ArrayList<>());
            if (row.pattern() != null) {
                ofRole.add(row.pattern());
            }
        }
        List<RoleView> roles = new ArrayList<>();
        patterns.forEach((role, ofRole) -> roles.add(new RoleView(role, ofRole)));
        return roles;
    }
}
