package org.gomall.bench.dubbo;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gomall.api.common.Page;
import org.gomall.api.product.CatalogueService;
import org.gomall.api.product.CategoryView;
import org.gomall.api.product.ProductChanges;
import org.gomall.api.product.ProductQuery;
import org.gomall.api.product.ProductSummary;
import org.gomall.api.product.ProductView;
import org.gomall.api.product.SkuSnapshot;

/** A catalogue of a few products that lie in a map: the answers of ours without the work behind them. */
public final class FixedCatalogue implements CatalogueService {

    private final Map<Long, ProductView> products;

    FixedCatalogue(List<ProductView> products) {
        this.products = products.stream().collect(Collectors.toMap(ProductView::productId, Function.identity()));
    }

    /** Keeps products for another process. */
    public static void write(Path file, List<ProductView> products) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(file))) {
            out.writeObject(new ArrayList<>(products));
        }
    }

    /** The products of such a file, which this run has written itself. */
    static List<ProductView> read(Path file) throws IOException, ClassNotFoundException {
        try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(file))) {
            return ((List<?>) in.readObject())
                    .stream().map(ProductView.class::cast).toList();
        }
    }

    @Override
    public ProductView product(long productId) {
        return products.get(productId);
    }

    @Override
    public List<CategoryView> categories() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ProductChanges changedSince(Instant since) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<ProductSummary> search(ProductQuery query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<SkuSnapshot> skus(Collection<Long> skuIds) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Page<SkuSnapshot> skusOfShop(long shopId, int page, int size) {
        throw new UnsupportedOperationException();
    }
}
