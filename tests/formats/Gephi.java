// Gephi itself, without its windows, opens GEXF and GraphML: one line a file, "NAME ENTITIES RELATIONS dynamic|static".
//
// usage: java -cp gephi-toolkit-all.jar Gephi.java FILE...
// SPDX-License-Identifier: MIT
import java.io.File;
import org.gephi.graph.api.DirectedGraph;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeMergeStrategy;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.openide.util.Lookup;

public class Gephi {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            ProjectController project = Lookup.getDefault().lookup(ProjectController.class);
            project.newProject();
            ImportController importer = Lookup.getDefault().lookup(ImportController.class);
            Container container = importer.importFile(new File(file));
            container.getLoader().setEdgesMergeStrategy(EdgeMergeStrategy.NO_MERGE);
            importer.process(container, new DefaultProcessor(), project.getCurrentWorkspace());
            GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(project.getCurrentWorkspace());
            DirectedGraph graph = model.getDirectedGraph();
            System.out.println(new File(file).getName() + " " + graph.getNodeCount() + " " + graph.getEdgeCount() + " "
                + (model.isDynamic() ? "dynamic" : "static"));
        }
    }
}
