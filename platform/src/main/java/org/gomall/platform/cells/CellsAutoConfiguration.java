package org.gomall.platform.cells;

import java.util.OptionalInt;
import org.apache.dubbo.rpc.model.ApplicationModel;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Where users live; the settings are in gomall-common.yaml and explained in docs/scaling.md. */
@AutoConfiguration
public class CellsAutoConfiguration {

    @Bean
    Cells cells(
            @Value("${gomall.cells.placement:}") String placement,
            @Value("${gomall.cell:}") String own,
            ObjectProvider<ApplicationModel> dubbo) {
        Cells cells = new Cells(
                placement, own.isBlank() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(own.strip())));
        dubbo.ifAvailable(application -> application.getBeanFactory().registerBean(cells));
        return cells;
    }
}
