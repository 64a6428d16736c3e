package org.gomall.user.account;

import java.util.ArrayList;
import java.util.List;
import org.apache.dubbo.config.annotation.DubboService;
import org.gomall.api.user.LeaveCommand;
import org.gomall.api.user.LeavingObstacle;
import org.gomall.api.user.LeavingService;
import org.gomall.user.role.Admins;

/** The Dubbo face of leaving: who wants to has to prove it, and may be needed here. */
@DubboService(timeout = 2 * Accounts.HASHING_TIMEOUT_MILLIS)
class Leaving implements LeavingService {

    private final LeavingMapper mapper;
    private final Admins admins;
    private final Authentication authentication;
    private final Closing closing;

    Leaving(LeavingMapper mapper, Admins admins, Authentication authentication, Closing closing) {
        this.mapper = mapper;
        this.admins = admins;
        this.authentication = authentication;
        this.closing = closing;
    }

    @Override
    public List<LeavingObstacle> obstacles(long userId) {
        List<LeavingObstacle> obstacles = new ArrayList<>();
        if (mapper.runsShop(userId)) {
            obstacles.add(LeavingObstacle.SHOP);
        }
        if (admins.isLast(userId)) {
            obstacles.add(LeavingObstacle.LAST_ADMIN);
        }
        return obstacles;
    }

    @Override
    public void check(LeaveCommand command) {
        authentication.again(command.userId(), command.password());
        obstacles(command.userId()).stream().findFirst().ifPresent(obstacle -> {
            throw Closing.refusal(obstacle);
        });
    }

    @Override
    public void close(LeaveCommand command) {
        closing.close(authentication.again(command.userId(), command.password()));
    }
}
